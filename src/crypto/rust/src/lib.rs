// The C ABI over the signature, pairing, key encapsulation, hash and mnemonic crates; declared for
// C++ in ../native.hpp.
//
// Every function returns true on success and writes its outputs only then. Pointers must be valid
// for the sizes given by their types or by the length beside them. A panic becomes `false`.

mod encapsulation;
mod pairing;

use std::panic::{catch_unwind, AssertUnwindSafe};
use std::slice;

use parity_bip39::{Language, Mnemonic};
use schnorrkel::derive::{ChainCode, Derivation};
use schnorrkel::{
    signing_context, ExpansionMode, Keypair, MiniSecretKey, PublicKey, SecretKey, Signature,
};
use sha3::{Digest, Keccak256};

const CONTEXT: &[u8] = b"substrate";

type Key = [u8; 32];
type Wide = [u8; 64];

fn guarded(body: impl FnOnce() -> Option<()>) -> bool {
    matches!(catch_unwind(AssertUnwindSafe(body)), Ok(Some(())))
}

/// An empty C++ view may have a null pointer, which a Rust slice may not.
unsafe fn bytes<'a>(data: *const u8, size: usize) -> &'a [u8] {
    if size == 0 {
        &[]
    } else {
        slice::from_raw_parts(data, size)
    }
}

unsafe fn write_pair(pair: &Keypair, secret: *mut Wide, public: *mut Key) {
    *secret = pair.secret.to_bytes();
    *public = pair.public.to_bytes();
}

#[no_mangle]
pub unsafe extern "C" fn myelin_sr25519_from_seed(
    seed: *const Key,
    secret: *mut Wide,
    public: *mut Key,
) -> bool {
    guarded(|| {
        let mini = MiniSecretKey::from_bytes(&*seed).ok()?;
        write_pair(&mini.expand_to_keypair(ExpansionMode::Ed25519), secret, public);
        Some(())
    })
}

#[no_mangle]
pub unsafe extern "C" fn myelin_sr25519_public(secret: *const Wide, public: *mut Key) -> bool {
    guarded(|| {
        *public = SecretKey::from_bytes(&*secret).ok()?.to_public().to_bytes();
        Some(())
    })
}

/// From the form of polkadot.js files and ed25519 (scalar times the cofactor).
#[no_mangle]
pub unsafe extern "C" fn myelin_sr25519_from_ed25519(
    from: *const Wide,
    secret: *mut Wide,
    public: *mut Key,
) -> bool {
    guarded(|| {
        write_pair(&SecretKey::from_ed25519_bytes(&*from).ok()?.to_keypair(), secret, public);
        Some(())
    })
}

/// `hard` takes the schnorrkel HDKD step that forgets the parent; otherwise the one that public
/// keys can take as well.
#[no_mangle]
pub unsafe extern "C" fn myelin_sr25519_derive(
    parent: *const Wide,
    chain_code: *const Key,
    hard: bool,
    secret: *mut Wide,
    public: *mut Key,
) -> bool {
    guarded(|| {
        let parent = SecretKey::from_bytes(&*parent).ok()?;
        let code = ChainCode(*chain_code);
        let child = if hard {
            parent.hard_derive_mini_secret_key(Some(code), b"").0.expand(ExpansionMode::Ed25519)
        } else {
            parent.derived_key_simple(code, b"").0
        };
        write_pair(&child.to_keypair(), secret, public);
        Some(())
    })
}

#[no_mangle]
pub unsafe extern "C" fn myelin_sr25519_derive_public(
    parent: *const Key,
    chain_code: *const Key,
    public: *mut Key,
) -> bool {
    guarded(|| {
        let parent = PublicKey::from_bytes(&*parent).ok()?;
        *public = parent.derived_key_simple(ChainCode(*chain_code), b"").0.to_bytes();
        Some(())
    })
}

#[no_mangle]
pub unsafe extern "C" fn myelin_sr25519_sign(
    secret: *const Wide,
    public: *const Key,
    message: *const u8,
    size: usize,
    signature: *mut Wide,
) -> bool {
    guarded(|| {
        let secret = SecretKey::from_bytes(&*secret).ok()?;
        let public = PublicKey::from_bytes(&*public).ok()?;
        *signature = secret.sign_simple(CONTEXT, bytes(message, size), &public).to_bytes();
        Some(())
    })
}

#[no_mangle]
pub unsafe extern "C" fn myelin_sr25519_verify(
    signature: *const Wide,
    public: *const Key,
    message: *const u8,
    size: usize,
) -> bool {
    guarded(|| {
        let signature = Signature::from_bytes(&*signature).ok()?;
        let public = PublicKey::from_bytes(&*public).ok()?;
        public.verify_simple(CONTEXT, bytes(message, size), &signature).ok()
    })
}

/// One entry of a batch; the same layout as crypto::Signed in C++.
#[repr(C)]
pub struct Signed {
    signature: *const Wide,
    public: *const Key,
    message: *const u8,
    size: usize,
}

/// True when every signature holds; says nothing about which one does not.
#[no_mangle]
pub unsafe extern "C" fn myelin_sr25519_verify_batch(entries: *const Signed, count: usize) -> bool {
    guarded(|| {
        if count == 0 {
            return Some(());
        }
        let entries = slice::from_raw_parts(entries, count);
        let mut signatures = Vec::with_capacity(count);
        let mut publics = Vec::with_capacity(count);
        for entry in entries {
            signatures.push(Signature::from_bytes(&*entry.signature).ok()?);
            publics.push(PublicKey::from_bytes(&*entry.public).ok()?);
        }
        let context = signing_context(CONTEXT);
        let transcripts =
            entries.iter().map(|entry| context.bytes(bytes(entry.message, entry.size)));
        schnorrkel::verify_batch(transcripts, &signatures, &publics, false).ok()
    })
}

#[no_mangle]
pub unsafe extern "C" fn myelin_ed25519_public(seed: *const Key, public: *mut Key) -> bool {
    guarded(|| {
        let key = ed25519_zebra::SigningKey::from(*seed);
        *public = ed25519_zebra::VerificationKeyBytes::from(&key).into();
        Some(())
    })
}

#[no_mangle]
pub unsafe extern "C" fn myelin_ed25519_sign(
    seed: *const Key,
    message: *const u8,
    size: usize,
    signature: *mut Wide,
) -> bool {
    guarded(|| {
        *signature = ed25519_zebra::SigningKey::from(*seed).sign(bytes(message, size)).to_bytes();
        Some(())
    })
}

/// The ZIP 215 rules that Substrate chains use.
#[no_mangle]
pub unsafe extern "C" fn myelin_ed25519_verify(
    signature: *const Wide,
    public: *const Key,
    message: *const u8,
    size: usize,
) -> bool {
    guarded(|| {
        let public = ed25519_zebra::VerificationKey::try_from(*public).ok()?;
        public.verify(&ed25519_zebra::Signature::from(*signature), bytes(message, size)).ok()
    })
}

#[no_mangle]
pub unsafe extern "C" fn myelin_keccak256(data: *const u8, size: usize, digest: *mut Key) -> bool {
    guarded(|| {
        *digest = Keccak256::digest(bytes(data, size)).into();
        Some(())
    })
}

/// English words to 16..32 bytes of entropy; fails on unknown words, counts and checksums.
#[no_mangle]
pub unsafe extern "C" fn myelin_bip39_entropy(
    phrase: *const u8,
    size: usize,
    entropy: *mut Key,
    entropy_size: *mut usize,
) -> bool {
    guarded(|| {
        let phrase = std::str::from_utf8(bytes(phrase, size)).ok()?;
        let (found, found_size) =
            Mnemonic::parse_in_normalized(Language::English, phrase).ok()?.to_entropy_array();
        let mut out = Key::default();
        out[..found_size].copy_from_slice(&found[..found_size]);
        *entropy = out;
        *entropy_size = found_size;
        Some(())
    })
}

/// The phrase for 16..32 bytes of entropy (a multiple of 4), at most `capacity` bytes.
#[no_mangle]
pub unsafe extern "C" fn myelin_bip39_phrase(
    entropy: *const u8,
    entropy_size: usize,
    phrase: *mut u8,
    capacity: usize,
    phrase_size: *mut usize,
) -> bool {
    guarded(|| {
        let mnemonic =
            Mnemonic::from_entropy_in(Language::English, bytes(entropy, entropy_size)).ok()?;
        let text = mnemonic.to_string();
        if text.len() > capacity {
            return None;
        }
        std::ptr::copy_nonoverlapping(text.as_ptr(), phrase, text.len());
        *phrase_size = text.len();
        Some(())
    })
}

/// Whether a word is in the English list.
#[no_mangle]
pub unsafe extern "C" fn myelin_bip39_knows(word: *const u8, size: usize) -> bool {
    guarded(|| {
        let word = std::str::from_utf8(bytes(word, size)).ok()?;
        Language::English.word_list().contains(&word).then_some(())
    })
}
