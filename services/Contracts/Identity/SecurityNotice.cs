namespace Portal.Contracts;

/// <summary>What a person is told of, so that a stranger's doing does not go unseen.</summary>
public enum SecurityNotice
{
    /// <summary>A Google account was linked, which can be used for signing in from now on.</summary>
    GoogleLinked,

    /// <summary>An authenticator app or a passkey was added.</summary>
    SecondFactorAdded,

    /// <summary>Authenticator app and passkeys were removed by an administrator.</summary>
    SecondFactorReset,

    /// <summary>The agency asks to be allowed into the client's account again.</summary>
    ConsentAsked,

    /// <summary>The address or number that codes go to was changed.</summary>
    ContactChanged,
}
