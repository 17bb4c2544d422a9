namespace Portal.Identity.Domain.SignIns;

/// <summary>What became of a code that was typed in.</summary>
internal enum CodeAttempt
{
    /// <summary>It was the one; it is spent now.</summary>
    Right,

    Wrong,

    /// <summary>No code is waited for any more, or not yet; a new one can be asked for.</summary>
    Expired,

    /// <summary>Nothing can be tried in this sign-in any more.</summary>
    Over,
}
