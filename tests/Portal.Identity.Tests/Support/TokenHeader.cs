namespace Portal.Identity.Tests.Support;

/// <summary>The head of a signed token (RFC 7515, section 4).</summary>
/// <param name="Alg">How it is signed.</param>
/// <param name="Typ">What it is.</param>
/// <param name="Kid">The key that signed it.</param>
internal sealed record TokenHeader(string Alg, string Typ, string Kid);
