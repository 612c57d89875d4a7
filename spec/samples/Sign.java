import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public class Sign {
    static String sign(String apiKey, String apiSecret, long now, long random) throws Exception {
        byte[] raw = ("a=" + apiKey + "&b=" + (now + 100) + "&c=" + now + "&d=" + random).getBytes(UTF_8);
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(apiSecret.getBytes(UTF_8), "HmacSHA1"));
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(mac.doFinal(raw)); // bytes, never a String
        joined.writeBytes(raw);
        return Base64.getEncoder().encodeToString(joined.toByteArray()); // neither the URL nor the MIME encoder
    }

    // The worked example. For a call: Instant.now().getEpochSecond() and new SecureRandom().nextLong(1L << 32).
    public static void main(String[] args) throws Exception {
        System.out.println(sign("example-key", "example-secret", 1800000000L, 1234567890L));
    }
}
