using Portal.Identity.Domain.Agencies;

namespace Portal.Identity.Features.SigningIn;

/// <summary>Signing in with Google.</summary>
internal static class GoogleAddress
{
    /// <summary>Where a browser goes to begin.</summary>
    public const string Path = "/api/v1/sign-in/google";

    private static readonly string[] Gmail = ["@gmail.com", "@googlemail.com"];

    /// <summary>Whether an address is one of Google's own.</summary>
    public static bool IsGmail(string email) => Gmail.Any(domain => email.EndsWith(domain, StringComparison.Ordinal));

    /// <summary>The path to begin at an agency, with where to go afterwards.</summary>
    public static string Of(Agency agency, string? returnTo) =>
        $"{Path}?agency={Uri.EscapeDataString(agency.Slug)}{(returnTo is null ? "" : $"&returnTo={Uri.EscapeDataString(returnTo)}")}";
}
