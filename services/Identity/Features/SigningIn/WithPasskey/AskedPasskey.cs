namespace Portal.Identity.Features.SigningIn.WithPasskey;

/// <summary>What a browser is asked.</summary>
/// <param name="Options">Options as JSON, for the browser.</param>
/// <param name="Kept">What the browser keeps until it answers; null where the question lies with its sign-in.</param>
internal sealed record AskedPasskey(string Options, SealedQuestion? Kept = null);

/// <summary>A question that nobody but the browser keeps.</summary>
/// <param name="AgencyId">The agency for which it is sealed.</param>
/// <param name="Text">The question, sealed.</param>
internal sealed record SealedQuestion(Guid AgencyId, string Text);
