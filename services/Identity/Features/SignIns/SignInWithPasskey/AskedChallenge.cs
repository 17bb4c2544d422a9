namespace Portal.Identity.Features.SignIns.SignInWithPasskey;

/// <summary>What a browser is asked.</summary>
/// <param name="Options">Options as JSON, for the browser.</param>
/// <param name="Kept">What the browser keeps until it answers; null where the question lies with its sign-in.</param>
internal sealed record AskedChallenge(string Options, SealedChallenge? Kept = null);

/// <summary>A question that nobody but the browser keeps.</summary>
/// <param name="AgencyId">The agency for which it is sealed.</param>
/// <param name="Text">The question, sealed.</param>
internal sealed record SealedChallenge(Guid AgencyId, string Text);
