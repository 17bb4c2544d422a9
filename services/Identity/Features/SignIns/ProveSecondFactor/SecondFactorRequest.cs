namespace Portal.Identity.Features.SignIns.ProveSecondFactor;

/// <summary>The password that an authenticator app shows.</summary>
/// <param name="Code">Six digits; blanks and hyphens are passed over.</param>
public sealed record SecondFactorRequest(string? Code)
{
    /// <summary>Never tells the password.</summary>
    public override string ToString() => nameof(SecondFactorRequest);
}
