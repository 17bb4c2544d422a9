namespace Portal.ServiceDefaults.Requests;

/// <summary>Cookies that Identity keeps in a browser and that the gateway or the pages handle by name.</summary>
public static class PortalCookies
{
    /// <summary>Begins the name of each.</summary>
    public const string Prefix = "__Host-portal";

    /// <summary>Reference of a session; for the gateway alone.</summary>
    public const string Session = Prefix;

    /// <summary>Reference of a sign-in that is under way.</summary>
    public const string SignIn = Prefix + "-sign-in";

    /// <summary>Reference by which a browser is known again in which somebody has signed in before.</summary>
    public const string Device = Prefix + "-device";

    /// <summary>What a passkey is asked by a browser in which nobody is known yet, sealed.</summary>
    public const string Passkey = Prefix + "-passkey";

    /// <summary>What the pages pass on to Identity.</summary>
    public static IReadOnlyList<string> OfSigningIn { get; } = [SignIn, Device, Passkey];
}
