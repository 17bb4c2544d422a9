using System.Text;

namespace Portal.Notification.Smtp;

/// <summary>Logs in by AUTH PLAIN (RFC 4616) or, where the relay has only that, AUTH LOGIN.</summary>
internal static class SmtpLogin
{
    private const int Continue = 334;

    /// <summary>Logs in.</summary>
    /// <exception cref="SmtpProtocolException">The relay refuses, or the password would go unprotected.</exception>
    public static async Task RunAsync(
        SmtpChannel channel, SmtpCapabilities capabilities, SmtpOptions settings, TimeSpan timeout,
        CancellationToken cancellationToken)
    {
        if (settings.Security == SmtpSecurity.None && !(settings.AllowPlaintextLogin && channel.IsLoopback))
        {
            throw new SmtpProtocolException(
                "The relay is not on this machine, so the password is not sent without TLS. Set Smtp__Security to "
                + "starttls or tls.");
        }

        string[] steps = capabilities.Auth switch
        {
            var offered when offered.Contains("PLAIN", StringComparer.Ordinal) =>
                ["AUTH PLAIN " + Encode($"\0{settings.User}\0{settings.Password}")],
            var offered when offered.Contains("LOGIN", StringComparer.Ordinal) =>
                ["AUTH LOGIN", Encode(settings.User!), Encode(settings.Password!)],
            var offered => throw new SmtpProtocolException(
                "The relay offers neither AUTH PLAIN nor AUTH LOGIN, but "
                + $"{(offered.Count == 0 ? "no login at all" : string.Join(", ", offered))}."),
        };
        foreach (var step in steps)
        {
            var reply = await channel.AskAsync(step, timeout, cancellationToken);
            if (reply.IsDone)
            {
                return;
            }

            if (reply.Code != Continue || step == steps[^1])
            {
                throw new SmtpProtocolException(
                    $"The relay refused the login, see Smtp__User and Smtp__Password: {reply.Text}");
            }
        }
    }

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
