namespace Portal.Identity.Features.SecondFactors.ManagePasskeys;

/// <summary>The second factor was proven again.</summary>
internal sealed record PasskeyProvenResponse(DateTimeOffset SecondFactorAt);
