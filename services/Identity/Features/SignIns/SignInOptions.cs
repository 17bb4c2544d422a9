namespace Portal.Identity.Features.SignIns;

/// <summary>Ways of signing in, from the configuration section <c>SignIn</c>.</summary>
internal sealed class SignInOptions
{
    public const string Section = "SignIn";

    /// <summary>Whether Notification can send text messages.</summary>
    public bool Texts { get; set; }
}
