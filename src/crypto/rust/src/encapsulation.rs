// ML-KEM-768 (FIPS 203): a public key that wraps a shared secret of 32 bytes.

use crate::guarded;
use libcrux_ml_kem::mlkem768;

type Public = [u8; 1184];
type Private = [u8; 2400];
type Wrapped = [u8; 1088];
type Shared = [u8; 32];

/// From the seed d || z of FIPS 203.
#[no_mangle]
pub unsafe extern "C" fn myelin_mlkem768_keypair(
    seed: *const [u8; 64],
    public: *mut Public,
    private: *mut Private,
) -> bool {
    guarded(|| {
        let pair = mlkem768::generate_key_pair(*seed);
        *public = *pair.pk();
        *private = *pair.sk();
        Some(())
    })
}

/// Fails on a public key that no private key has. `randomness` is used up by the call.
#[no_mangle]
pub unsafe extern "C" fn myelin_mlkem768_encapsulate(
    public: *const Public,
    randomness: *const Shared,
    wrapped: *mut Wrapped,
    shared: *mut Shared,
) -> bool {
    guarded(|| {
        let public = mlkem768::MlKem768PublicKey::from(&*public);
        if !mlkem768::validate_public_key(&public) {
            return None;
        }
        let (inside, secret) = mlkem768::encapsulate(&public, *randomness);
        *wrapped = *inside.as_slice();
        *shared = secret;
        Some(())
    })
}

/// Never fails on a wrong ciphertext: the secret is then one that nobody has (FIPS 203, 6.3).
#[no_mangle]
pub unsafe extern "C" fn myelin_mlkem768_decapsulate(
    private: *const Private,
    wrapped: *const Wrapped,
    shared: *mut Shared,
) -> bool {
    guarded(|| {
        let private = mlkem768::MlKem768PrivateKey::from(&*private);
        let wrapped = mlkem768::MlKem768Ciphertext::from(&*wrapped);
        *shared = mlkem768::decapsulate(&private, &wrapped);
        Some(())
    })
}
