using System.Diagnostics.CodeAnalysis;

namespace Portal.ServiceDefaults.Tokens;

/// <summary>The issuer's keys can't be read at the moment.</summary>
[SuppressMessage("Design", "CA1032", Justification = "There is always a reason to tell.")]
public sealed class KeySetUnavailableException(string message, Exception? cause) : Exception(message, cause);
