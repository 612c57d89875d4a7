import Foundation

struct Token: Decodable {
    let biz_token: String
}

struct Verdict: Decodable {
    let passed: Bool
    let tellUser: String
    let tryAgain: String
}

struct Refused: Error {
    let status: Int
    let body: Data
}

/// Asks your own server, as the signed-in user.
func ask<Answer: Decodable>(_ path: String, session: String, bizToken: String? = nil) async throws -> Answer {
    var request = URLRequest(url: URL(string: "https://your-server.example\(path)")!, timeoutInterval: 40)
    request.httpMethod = "POST"
    request.setValue("Bearer \(session)", forHTTPHeaderField: "Authorization")
    if let bizToken { request.setValue(bizToken, forHTTPHeaderField: "biz-token") }
    let (body, response) = try await URLSession.shared.data(for: request)
    let status = (response as! HTTPURLResponse).statusCode
    guard status == 200 else { throw Refused(status: status, body: body) }
    return try JSONDecoder().decode(Answer.self, from: body)
}

// 1. Start FaceLiveStill with its `biz_token`, set to the region that minted it.
func begin(session: String) async throws -> Token {
    try await ask("/token", session: session)
}

// 2. When FaceLiveStill ends with 1000.
func end(session: String, bizToken: String) async throws -> Verdict {
    try await ask("/verify", session: session, bizToken: bizToken)
}
