// BLS12-381 as drand uses it: signatures in G1, public keys in G2, compressed points, and the
// pairing of the two that opens what is locked to a signature. Points are taken as arkworks takes
// them: on the curve, in the group; whatever follows the flag of the point at infinity is ignored.

use crate::{bytes, guarded};
use blst::*;

type G1 = [u8; 48];
type G2 = [u8; 96];
type Scalar = [u8; 32];
/// Twelve numbers of 48 bytes, little-endian, in the order c0.c0.c0, c0.c0.c1, c0.c1.c0, ...
type Gt = [u8; 576];

const HASH_TO_G1: &[u8] = b"BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_";
const COMPRESSED: u8 = 0x80;
const INFINITY: u8 = 0x40;
const SCALAR_BITS: usize = 255;

fn is_infinity(first: u8) -> bool {
    first & COMPRESSED != 0 && first & INFINITY != 0
}

unsafe fn g1(from: &G1) -> Option<blst_p1_affine> {
    let mut point = blst_p1_affine::default();
    if is_infinity(from[0]) {
        return Some(point);
    }
    let read = blst_p1_uncompress(&mut point, from.as_ptr());
    (read == BLST_ERROR::BLST_SUCCESS && blst_p1_affine_in_g1(&point)).then_some(point)
}

unsafe fn g2(from: &G2) -> Option<blst_p2_affine> {
    let mut point = blst_p2_affine::default();
    if is_infinity(from[0]) {
        return Some(point);
    }
    let read = blst_p2_uncompress(&mut point, from.as_ptr());
    (read == BLST_ERROR::BLST_SUCCESS && blst_p2_affine_in_g2(&point)).then_some(point)
}

/// The scalar modulo the order of the groups; none is zero.
unsafe fn scalar(from: &Scalar) -> Option<blst_scalar> {
    let mut out = blst_scalar::default();
    blst_scalar_from_be_bytes(&mut out, from.as_ptr(), from.len()).then_some(out)
}

unsafe fn hashed(message: &[u8]) -> blst_p1 {
    let mut point = blst_p1::default();
    let (dst, none) = (HASH_TO_G1, std::ptr::null());
    blst_hash_to_g1(&mut point, message.as_ptr(), message.len(), dst.as_ptr(), dst.len(), none, 0);
    point
}

unsafe fn miller_loop(q: &blst_p2_affine, p: &blst_p1_affine) -> blst_fp12 {
    if blst_p2_affine_is_inf(q) || blst_p1_affine_is_inf(p) {
        return *blst_fp12_one();
    }
    let mut out = blst_fp12::default();
    blst_miller_loop(&mut out, q, p);
    out
}

/// The scalar (big-endian, taken modulo the order) times the generator of G2: a public key.
#[no_mangle]
pub unsafe extern "C" fn myelin_bls_public(secret: *const Scalar, public: *mut G2) -> bool {
    guarded(|| {
        let mut point = blst_p2::default();
        let secret = scalar(&*secret)?;
        blst_p2_mult(&mut point, blst_p2_generator(), secret.b.as_ptr(), SCALAR_BITS);
        blst_p2_compress((*public).as_mut_ptr(), &point);
        Some(())
    })
}

#[no_mangle]
pub unsafe extern "C" fn myelin_bls_sign(
    secret: *const Scalar,
    message: *const u8,
    size: usize,
    signature: *mut G1,
) -> bool {
    guarded(|| {
        let secret = scalar(&*secret)?;
        let mut point = blst_p1::default();
        blst_sign_pk_in_g2(&mut point, &hashed(bytes(message, size)), &secret);
        blst_p1_compress((*signature).as_mut_ptr(), &point);
        Some(())
    })
}

/// False when one of the two is no point of its group; else `holds` tells.
#[no_mangle]
pub unsafe extern "C" fn myelin_bls_verify(
    signature: *const G1,
    public: *const G2,
    message: *const u8,
    size: usize,
    holds: *mut bool,
) -> bool {
    guarded(|| {
        let public = g2(&*public)?;
        let signature = g1(&*signature)?;
        let mut message_point = blst_p1_affine::default();
        blst_p1_to_affine(&mut message_point, &hashed(bytes(message, size)));
        let left = miller_loop(&*blst_p2_affine_generator(), &signature);
        *holds = blst_fp12_finalverify(&left, &miller_loop(&public, &message_point));
        Some(())
    })
}

/// Whether the bytes are a point of G1 (48 of them) or of G2 (96).
#[no_mangle]
pub unsafe extern "C" fn myelin_bls_is_point(point: *const u8, size: usize) -> bool {
    guarded(|| match size {
        48 => g1(&*point.cast::<G1>()).map(|_| ()),
        96 => g2(&*point.cast::<G2>()).map(|_| ()),
        _ => None,
    })
}

/// e(a, b), with arkworks' choice of the final exponent (which is blst's too).
#[no_mangle]
pub unsafe extern "C" fn myelin_bls_pairing(a: *const G1, b: *const G2, out: *mut Gt) -> bool {
    guarded(|| {
        let looped = miller_loop(&g2(&*b)?, &g1(&*a)?);
        let mut value = blst_fp12::default();
        blst_final_exp(&mut value, &looped);
        let numbers = value.fp6.iter().flat_map(|six| &six.fp2).flat_map(|two| &two.fp);
        for (number, place) in numbers.zip((*out).chunks_exact_mut(48)) {
            blst_lendian_from_fp(place.as_mut_ptr(), number);
        }
        Some(())
    })
}
