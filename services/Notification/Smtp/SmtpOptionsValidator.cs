using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Portal.Notification.Mime;

namespace Portal.Notification.Smtp;

/// <summary>Refuses to start with settings that can't send mail, and says what to set.</summary>
internal sealed class SmtpOptionsValidator : IValidateOptions<SmtpOptions>
{
    public ValidateOptionsResult Validate(string? name, SmtpOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(SmtpOptions smtp)
    {
        if (Uri.CheckHostName(smtp.Host) == UriHostNameType.Unknown)
        {
            yield return "Set Smtp__Host to the host name of the mail relay.";
        }

        if (smtp.Port is < 1 or > 65535)
        {
            yield return "Set Smtp__Port to the relay's port: 587 with STARTTLS, 465 with TLS.";
        }

        if (!Enum.IsDefined(smtp.Security))
        {
            yield return "Set Smtp__Security to none, starttls or tls.";
        }

        if (!Mailbox.TryParse(smtp.From, out _))
        {
            yield return "Set Smtp__From to the sender, such as \"Certificates <certificates@agency.example>\".";
        }

        if (smtp.Connections is < 1 or > 100)
        {
            yield return "Set Smtp__Connections to a number from 1 to 100.";
        }

        if (smtp.UrgentConnections is < 1 or > 100)
        {
            yield return "Set Smtp__UrgentConnections to a number from 1 to 100.";
        }

        if (smtp.InDoubt is < 1 or > 100)
        {
            yield return "Set Smtp__InDoubt to a number from 1 to 100.";
        }

        if (smtp.TimeoutScale is not (> 0 and <= 10))
        {
            yield return "Set Smtp__TimeoutScale to a number above 0 and up to 10.";
        }

        if (smtp.IdleTimeout <= TimeSpan.Zero || smtp.IdleTimeout > TimeSpan.FromMinutes(10))
        {
            yield return "Set Smtp__IdleTimeout to a time of up to 00:10:00.";
        }

        if (!string.IsNullOrEmpty(smtp.ClientName) && !MailAddress.TryParse("postmaster@" + smtp.ClientName, out _))
        {
            yield return "Set Smtp__ClientName to a host name, or leave it out.";
        }

        foreach (var problem in LoginProblems(smtp).Concat(AuthorityProblems(smtp)))
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> LoginProblems(SmtpOptions smtp)
    {
        if (smtp.HasLogin == string.IsNullOrEmpty(smtp.Password))
        {
            yield return "Set both Smtp__User and Smtp__Password, or neither.";
        }

        if ((smtp.User + smtp.Password).Contains('\0', StringComparison.Ordinal))
        {
            yield return "Smtp__User and Smtp__Password can't hold a NUL.";
        }

        if (smtp.HasLogin && smtp.Security == SmtpSecurity.None && !smtp.AllowPlaintextLogin)
        {
            yield return "Smtp__Security is none, so the password would go over the network as it is. Set "
                + "Smtp__Security to "
                + "starttls or tls; for a relay on this same machine Smtp__AllowPlaintextLogin=true allows it.";
        }
    }

    private static IEnumerable<string> AuthorityProblems(SmtpOptions smtp)
    {
        string? problem = null;
        try
        {
            if (smtp.LoadAuthorities() is { Count: 0 })
            {
                problem = "it holds no certificate";
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CryptographicException)
        {
            problem = failure.Message;
        }

        if (problem is not null)
        {
            yield return $"Set Smtp__CaFile to a readable PEM file of authorities, or leave it out: {problem}.";
        }
    }
}
