namespace Portal.Identity.Features.SecondFactors;

/// <summary>What a browser is asked to prove.</summary>
/// <param name="Options">Options as JSON, for the browser.</param>
/// <param name="State">What the answer is checked against; kept by the portal.</param>
internal sealed record PasskeyChallenge(string Options, string State);
