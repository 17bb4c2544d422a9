namespace Portal.ServiceDefaults.Results;

/// <summary>
/// An expected failure. Each slice derives its own one-line records, which name what is wrong and what to do.
/// </summary>
/// <param name="Code">Stable, machine-readable name such as <c>policy-cancelled</c>.</param>
/// <param name="Detail">What is wrong and what to do, in a sentence for a person.</param>
public abstract record Error(string Code, string Detail)
{
    /// <summary>
    /// Name of the request's field that the failure is about, in the JSON's own spelling, where there is one. A rule of
    /// a domain names its own member instead, which the edge translates.
    /// </summary>
    public string? Field { get; init; }
}

/// <summary>The object does not exist, or the caller may not know that it does.</summary>
public abstract record NotFound(string Code, string Detail) : Error(Code, Detail);

/// <summary>The object is in a state that does not allow this.</summary>
public abstract record Conflict(string Code, string Detail) : Error(Code, Detail);

/// <summary>The request itself breaks a rule, whatever the state.</summary>
public abstract record RuleViolation(string Code, string Detail) : Error(Code, Detail);

/// <summary>The request can't be read at all.</summary>
internal abstract record Malformed(string Code, string Detail) : Error(Code, Detail);

/// <summary>The request is larger than what is taken here.</summary>
public abstract record TooLarge(string Code, string Detail) : Error(Code, Detail);

/// <summary>The body is of a kind that is not read here.</summary>
internal abstract record UnsupportedMediaType(string Code, string Detail) : Error(Code, Detail);

/// <summary>The request is for a host that is not served here (RFC 9110, section 15.5.20).</summary>
public abstract record Misdirected(string Code, string Detail) : Error(Code, Detail);

/// <summary>What the caller proved itself with holds no longer; signing in again is right.</summary>
public abstract record Unauthenticated(string Code, string Detail) : Error(Code, Detail);

/// <summary>The caller is known and may not do this.</summary>
public abstract record Forbidden(string Code, string Detail) : Error(Code, Detail);

/// <summary>The version in If-Match is no longer, or not, the current one.</summary>
public abstract record PreconditionFailed(string Code, string Detail) : Error(Code, Detail);

/// <summary>Something this needs does not answer at the moment; trying again later is right.</summary>
public abstract record Unavailable(string Code, string Detail) : Error(Code, Detail);

/// <summary>It was done too often; after the time it is allowed again.</summary>
public abstract record TooMany(string Code, string Detail, TimeSpan RetryAfter) : Error(Code, Detail);
