namespace Portal.Identity.Domain.SignIns;

/// <summary>What a sign-in waits for.</summary>
internal enum SignInStep
{
    /// <summary>The person says where the code is to go.</summary>
    ChooseDestination,

    /// <summary>The code is typed in.</summary>
    Code,

    /// <summary>The person goes on to Google.</summary>
    Google,

    /// <summary>A person of the agency proves the second factor.</summary>
    SecondFactor,

    /// <summary>A person of the agency sets up the first second factor.</summary>
    EnrollSecondFactor,

    /// <summary>The person says which of several accounts to open.</summary>
    ChooseClient,

    /// <summary>It became a session.</summary>
    Done,
}
