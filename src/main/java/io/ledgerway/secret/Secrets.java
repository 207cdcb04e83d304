package io.ledgerway.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import io.ledgerway.digest.Sha256;
import io.ledgerway.problem.LedgerwayException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps tokens and client secrets unreadable in the database. The first key of {@code
 * LEDGERWAY_ENCRYPTION_KEY} seals, every key of the list opens: how to change keys is in
 * docs/production.md. Thread-safe.
 */
@Component
public class Secrets {

  private static final int KEY_BYTES = 32;
  private static final String HINT =
      "Set LEDGERWAY_ENCRYPTION_KEY to the output of 'openssl rand -base64 32' and keep it: without"
          + " it every company must be connected again. Several keys are separated by commas.";

  /** Tink's mark before the id of a key. */
  private static final byte TINK = 1;

  private final Aead aead;
  private final int first;

  public Secrets(@Value("${ledgerway.encryption-key:}") String keys) {
    List<String> list = Arrays.stream(keys.split("[,\\s]+")).filter(key -> !key.isEmpty()).toList();
    if (list.isEmpty()) {
      throw new LedgerwayException(
          "ENCRYPTION_KEY_MISSING", "There is no key to encrypt tokens with", HINT);
    }
    this.first = id(decode(list.get(0)));
    try {
      AeadConfig.register();
      KeysetHandle.Builder keyset = KeysetHandle.newBuilder();
      for (int i = 0; i < list.size(); i++) {
        KeysetHandle.Builder.Entry entry = KeysetHandle.importKey(key(list.get(i)));
        keyset.addEntry(i == 0 ? entry.makePrimary() : entry);
      }
      aead = keyset.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw new LedgerwayException(
          "ENCRYPTION_KEY_UNUSABLE", "The encryption keys cannot be used: " + e, HINT);
    }
  }

  /**
   * @param owner what the secret belongs to; it opens for no other
   * @return null for null
   */
  public byte[] seal(String secret, String owner) {
    try {
      return secret == null
          ? null
          : aead.encrypt(secret.getBytes(StandardCharsets.UTF_8), bytes(owner));
    } catch (GeneralSecurityException e) {
      throw new LedgerwayException("SECRET_NOT_SEALED", "A secret cannot be encrypted", HINT, e);
    }
  }

  /** What everything begins with that is sealed now. */
  byte[] sealedWith() {
    return ByteBuffer.allocate(1 + Integer.BYTES).put(TINK).putInt(first).array();
  }

  /** The secret; null for null. */
  public String open(byte[] sealed, String owner) {
    try {
      return sealed == null
          ? null
          : new String(aead.decrypt(sealed, bytes(owner)), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new LedgerwayException(
          "SECRET_NOT_OPENED",
          "A stored secret cannot be decrypted with any key of this engine",
          "Add the key that it was stored with to LEDGERWAY_ENCRYPTION_KEY, or connect again.",
          e);
    }
  }

  private static AesGcmKey key(String text) throws GeneralSecurityException {
    byte[] key = decode(text);
    if (key.length != KEY_BYTES) {
      throw new LedgerwayException(
          "ENCRYPTION_KEY_UNUSABLE", "An encryption key is not 32 bytes in Base64", HINT);
    }
    return AesGcmKey.builder()
        .setParameters(
            AesGcmParameters.builder()
                .setKeySizeBytes(KEY_BYTES)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.TINK)
                .build())
        .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
        .setIdRequirement(id(key))
        .build();
  }

  /** Tells which key of the list a secret was sealed with, in every instance alike. */
  private static int id(byte[] key) {
    return Integer.parseUnsignedInt(Sha256.of(key).substring(0, 8), 16);
  }

  private static byte[] decode(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
