namespace Portal.Identity.Features.ManagePasskeys;

/// <summary>The second factor was proven again.</summary>
internal sealed record PasskeyProvenResponse(DateTimeOffset SecondFactorAt);
