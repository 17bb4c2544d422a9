namespace Portal.Identity.Features.SecondFactors.StepUp;

/// <summary>The second factor is fresh.</summary>
/// <param name="SecondFactorAt">When it was proven.</param>
/// <param name="FreshUntil">Until when that is enough for stepping in.</param>
internal sealed record ProvenResponse(DateTimeOffset SecondFactorAt, DateTimeOffset FreshUntil);
