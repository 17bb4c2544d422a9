namespace Portal.Identity.Features.SignIns.CheckCode;

/// <summary>The code that was typed in.</summary>
/// <param name="Code">Eight digits; blanks and hyphens are passed over.</param>
public sealed record CheckCodeRequest(string? Code)
{
    /// <summary>Never tells the code.</summary>
    public override string ToString() => nameof(CheckCodeRequest);
}
