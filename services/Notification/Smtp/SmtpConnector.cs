using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Portal.Notification.Mime;

namespace Portal.Notification.Smtp;

/// <summary>
/// Opens connections that are ready for messages: greeted, protected and logged in, as the settings ask.
/// </summary>
internal sealed class SmtpConnector
{
    private readonly SmtpOptions _settings;
    private readonly SmtpTimeouts _timeouts;
    private readonly TimeProvider _time;
    private readonly X509Certificate2Collection? _authorities;

    public SmtpConnector(SmtpOptions settings, TimeProvider time)
    {
        _settings = settings;
        _timeouts = new SmtpTimeouts(settings.TimeoutScale);
        _time = time;
        _authorities = settings.LoadAuthorities();
    }

    /// <summary>Opens a connection.</summary>
    /// <exception cref="SmtpProtocolException">
    /// The relay can't be reached, trusted or used; the message says why.
    /// </exception>
    public async Task<SmtpConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var channel = await SmtpChannel.ConnectAsync(
            _settings.Host, _settings.Port, _timeouts.Connect, _time, cancellationToken);
        try
        {
            return new SmtpConnection(channel, await PrepareAsync(channel, cancellationToken), _timeouts);
        }
        catch
        {
            await channel.DisposeAsync();
            throw;
        }
    }

    private async Task<SmtpCapabilities> PrepareAsync(SmtpChannel channel, CancellationToken cancellationToken)
    {
        if (_settings.Security == SmtpSecurity.Tls)
        {
            await channel.StartTlsAsync(Tls(), _timeouts.TlsHandshake, cancellationToken);
        }

        var greeting = await channel.ReadAsync(_timeouts.Greeting, cancellationToken);
        Require(greeting.Code == 220, "The relay does not take mail now", greeting);
        var capabilities = await GreetAsync(channel, cancellationToken);
        if (_settings.Security == SmtpSecurity.StartTls)
        {
            await ProtectAsync(channel, capabilities, cancellationToken);

            // What was offered in the clear may have been forged (RFC 3207, section 4.2).
            capabilities = await GreetAsync(channel, cancellationToken);
        }

        if (_settings.HasLogin)
        {
            await SmtpLogin.RunAsync(channel, capabilities, _settings, _timeouts.Command, cancellationToken);
        }

        return capabilities;
    }

    private async Task<SmtpCapabilities> GreetAsync(SmtpChannel channel, CancellationToken cancellationToken)
    {
        var name = ClientName(channel.LocalAddress);
        var extended = await channel.AskAsync($"EHLO {name}", _timeouts.Command, cancellationToken);
        if (extended.IsDone)
        {
            return SmtpCapabilities.From(extended);
        }

        Require(extended.IsPermanent, "The relay refused the greeting", extended);
        var plain = await channel.AskAsync($"HELO {name}", _timeouts.Command, cancellationToken);
        Require(plain.IsDone, "The relay refused the greeting", plain);
        return SmtpCapabilities.None;
    }

    private async Task ProtectAsync(
        SmtpChannel channel, SmtpCapabilities capabilities, CancellationToken cancellationToken)
    {
        if (!capabilities.StartTls)
        {
            throw new SmtpProtocolException(
                "The relay does not offer STARTTLS, or somebody on the way hides that it does; nothing was sent. "
                + "Set Smtp__Security to tls if the relay speaks TLS from the start.");
        }

        var ready = await channel.AskAsync("STARTTLS", _timeouts.Command, cancellationToken);
        Require(ready.Code == 220, "The relay refused to start TLS", ready);
        if (channel.HasBuffered)
        {
            throw new SmtpProtocolException(
                "Something was said in the clear after the relay agreed to start TLS; it may be an attack, nothing "
                + "was sent.");
        }

        await channel.StartTlsAsync(Tls(), _timeouts.TlsHandshake, cancellationToken);
    }

    private SslClientAuthenticationOptions Tls()
    {
        var options = new SslClientAuthenticationOptions { TargetHost = _settings.Host };
        if (_authorities is not null)
        {
            options.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                // A private authority seldom publishes revocations; its owner replaces the file instead.
                RevocationMode = X509RevocationMode.NoCheck,
            };
            options.CertificateChainPolicy.CustomTrustStore.AddRange(_authorities);
        }

        return options;
    }

    private string ClientName(IPAddress local)
    {
        var name = string.IsNullOrEmpty(_settings.ClientName) ? Dns.GetHostName() : _settings.ClientName;
        return MailAddress.TryParse("postmaster@" + name, out var host) ? host.Domain
            : local.AddressFamily == AddressFamily.InterNetworkV6 && !local.IsIPv4MappedToIPv6 ? $"[IPv6:{local}]"
            : $"[{local.MapToIPv4()}]";
    }

    private static void Require(bool holds, string otherwise, SmtpReply reply)
    {
        if (!holds)
        {
            throw new SmtpProtocolException($"{otherwise}: {reply.Text}");
        }
    }
}
