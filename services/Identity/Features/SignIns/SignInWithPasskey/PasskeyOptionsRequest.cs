namespace Portal.Identity.Features.SignIns.SignInWithPasskey;

/// <summary>Where somebody wants to sign in with a passkey.</summary>
/// <param name="Agency">
/// Slug of the agency, of whose people a passkey is asked before anybody is known; left out where a sign-in is under
/// way.
/// </param>
public sealed record PasskeyOptionsRequest(string? Agency);
