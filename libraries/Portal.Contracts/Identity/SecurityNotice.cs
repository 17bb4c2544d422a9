namespace Portal.Contracts.Identity;

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

    /// <summary>The agency wrote down another contact of the client, who may not sign in.</summary>
    ContactAdded,

    /// <summary>
    /// Another person, or a contact at another address or number, may sign in to the client's account.
    /// </summary>
    AccessGiven,

    /// <summary>Somebody of the client let the agency into the account, or no longer.</summary>
    ConsentDecided,

    /// <summary>A passkey was removed by the person.</summary>
    SecondFactorRemoved,

    /// <summary>An administrator changed what the person may do at the agency.</summary>
    RightsChanged,

    /// <summary>Told to the other administrators: who may act for the agency, or how, was changed.</summary>
    AgencyAccessChanged,
}
