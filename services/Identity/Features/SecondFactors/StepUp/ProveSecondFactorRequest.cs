namespace Portal.Identity.Features.SecondFactors.StepUp;

/// <summary>Proves the second factor again, for what asks for a fresh one.</summary>
public sealed record ProveSecondFactorRequest
{
    /// <summary>The digits that the authenticator app shows now.</summary>
    public string? Code { get; init; }
}
