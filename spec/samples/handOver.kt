import java.net.HttpURLConnection
import java.net.URL

class Answer(val status: Int, val json: String)

/** Asks your own server, as the signed-in user. Not on the main thread. */
fun ask(path: String, session: String, bizToken: String? = null): Answer {
    val connection = URL("https://your-server.example$path").openConnection() as HttpURLConnection
    try {
        connection.requestMethod = "POST"
        connection.connectTimeout = 10_000
        connection.readTimeout = 40_000
        connection.setRequestProperty("Authorization", "Bearer $session")
        if (bizToken != null) connection.setRequestProperty("biz-token", bizToken)
        val status = connection.responseCode
        val body = if (status < 400) connection.inputStream else connection.errorStream
        return Answer(status, body?.bufferedReader()?.use { it.readText() } ?: "")
    } finally {
        connection.disconnect()
    }
}

// 1. A 200 has `biz_token`: start FaceLiveStill with it, set to the region that minted it.
fun begin(session: String): Answer = ask("/token", session)

// 2. When FaceLiveStill ends with 1000. A 200 has `passed`, `tellUser` and `tryAgain`.
fun end(session: String, bizToken: String): Answer = ask("/verify", session, bizToken)
