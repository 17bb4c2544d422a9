namespace Portal.Notification.Smtp;

/// <summary>How the connection to the relay is protected.</summary>
internal enum SmtpSecurity
{
    /// <summary>Not at all; for a relay on the same machine.</summary>
    None,

    /// <summary>Begins in the clear and must change to TLS before anything is said (RFC 3207).</summary>
    StartTls,

    /// <summary>TLS from the first octet (RFC 8314).</summary>
    Tls,
}
