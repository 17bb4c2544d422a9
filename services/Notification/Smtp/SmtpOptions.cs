using System.Security.Cryptography.X509Certificates;
using Portal.Notification.Mime;

namespace Portal.Notification.Smtp;

/// <summary>Settings of the relay, section <c>Smtp</c>.</summary>
internal sealed class SmtpOptions
{
    public const string Section = "Smtp";

    // A relay may be silent for five minutes by the standard, half the life of a one-time code.
    private const double UrgentTimeoutShare = 0.2;

    /// <summary>Host name of the relay; its certificate must be for this name.</summary>
    public string Host { get; set; } = "";

    /// <summary>587 for submission with STARTTLS, 465 for TLS, 25 or another for a relay of one's own.</summary>
    public int Port { get; set; }

    /// <summary>none, starttls or tls.</summary>
    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>Sender as <c>address</c> or <c>Name &lt;address&gt;</c>; bounces go to its address.</summary>
    public string From { get; set; } = "";

    /// <summary>Connections held to the relay at most for certificates.</summary>
    public int Connections { get; set; } = 4;

    /// <summary>
    /// Connections held to the relay at most for what a person waits for, beside the ones for certificates.
    /// </summary>
    public int UrgentConnections { get; set; } = 4;

    /// <summary>
    /// Messages that may be between their last line and their receipt at the same moment; as many can arrive twice when
    /// the process is killed. A relay far away may want more than the one that is the default.
    /// </summary>
    public int InDoubt { get; set; } = 1;

    /// <summary>
    /// PEM file of the only authorities to trust, for a relay with a private one; else the machine's are.
    /// </summary>
    public string? CaFile { get; set; }

    /// <summary>Lets the password go unprotected to a relay on this same machine, and to no other.</summary>
    public bool AllowPlaintextLogin { get; set; }

    /// <summary>Name to greet the relay with; this machine's own where it is not set.</summary>
    public string? ClientName { get; set; }

    /// <summary>Multiplies the timeouts of RFC 5321, section 4.5.3.2.</summary>
    public double TimeoutScale { get; set; } = 1;

    /// <summary>Idle connections are closed after this time.</summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether the relay wants a login.</summary>
    public bool HasLogin => !string.IsNullOrEmpty(User);

    /// <summary>The checked sender.</summary>
    public Mailbox Sender => Mailbox.TryParse(From, out var sender)
        ? sender
        : throw new InvalidOperationException("The settings were not validated.");

    /// <summary>
    /// The same relay over connections of their own, for what a person waits for: less patient with a silent relay.
    /// </summary>
    public SmtpOptions ForUrgentMail()
    {
        var urgent = (SmtpOptions)MemberwiseClone();
        urgent.Connections = UrgentConnections;
        urgent.TimeoutScale = TimeoutScale * UrgentTimeoutShare;
        return urgent;
    }

    /// <summary>The private authorities; null where the machine's are trusted.</summary>
    public X509Certificate2Collection? LoadAuthorities()
    {
        if (string.IsNullOrEmpty(CaFile))
        {
            return null;
        }

        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(CaFile);
        return authorities;
    }
}
