using System.Net;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Portal.ServiceDefaults.Clients;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Gateway.Sessions;

/// <summary>
/// Turns the reference of a session, and the id of a delegation, into an access token (RFC 8693), which is then checked
/// as one that a partner brings.
/// </summary>
internal sealed partial class TokenExchange(
    HttpClient identity,
    IOptions<ServiceClientOptions> credentials,
    TokenValidator validator,
    TimeProvider time,
    ILogger<TokenExchange> log)
{
    /// <summary>Longest wait for Identity, repetitions included.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    private const string Grant = "urn:ietf:params:oauth:grant-type:token-exchange";
    private const string SessionType = "urn:portal:params:oauth:token-type:session";
    private const string DelegationType = "urn:portal:params:oauth:token-type:delegation";

    // At least once a minute Identity is asked, and so learns that the session is used.
    private static readonly TimeSpan LongestKept = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan KeptBeforeExpiry = TimeSpan.FromSeconds(10);

    public async Task<SessionOutcome> ExchangeAsync(string reference, Guid? delegation)
    {
        var asked = time.GetUtcNow();
        try
        {
            using var request = Request(reference, delegation);
            using var response = await identity.SendAsync(request);
            return response.StatusCode == HttpStatusCode.OK
                ? await ReadAsync(response, delegation, asked)
                : await RefusalAsync(response);
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or OperationCanceledException)
        {
            return new SessionOutcome.Unavailable();
        }
    }

    private HttpRequestMessage Request(string reference, Guid? delegation)
    {
        Dictionary<string, string> form = delegation is { } id
            ? new()
            {
                ["grant_type"] = Grant,
                ["subject_token"] = id.ToString(),
                ["subject_token_type"] = DelegationType,
                ["actor_token"] = reference,
                ["actor_token_type"] = SessionType,
            }
            : new()
            {
                ["grant_type"] = Grant,
                ["subject_token"] = reference,
                ["subject_token_type"] = SessionType,
            };
        var request = new HttpRequestMessage(HttpMethod.Post, "/connect/token")
        {
            Content = new FormUrlEncodedContent(form),
        };
        request.Headers.Authorization = credentials.Value.ToHeader();
        request.Options.Set(RepeatableCall.Marked, true);
        return request;
    }

    private async Task<SessionOutcome> ReadAsync(HttpResponseMessage response, Guid? delegation, DateTimeOffset asked)
    {
        var answer = await response.Content.ReadFromJsonAsync<TokenResponse>()
            ?? throw new JsonException("The answer is null.");
        var outcome = await validator.ValidateAsync(answer.AccessToken);
        if (outcome is TokenOutcome.Accepted(var identityOfCaller))
        {
            var caller = new ClaimsPrincipal(identityOfCaller);
            if (caller.DelegationId() == delegation)
            {
                var lifetime = TimeSpan.FromSeconds(answer.ExpiresIn) - KeptBeforeExpiry;
                return new SessionOutcome.Live(
                    new SessionToken(
                        answer.AccessToken, caller, asked + (lifetime < LongestKept ? lifetime : LongestKept)));
            }

            LogUnusable("It is a token of another delegation.");
        }
        else if (outcome is TokenOutcome.Refused(var reason))
        {
            LogUnusable(reason);
        }

        return new SessionOutcome.Unavailable();
    }

    // RFC 8693, section 2.2.2: a subject or actor token that is not in force is invalid_request. Anything else says
    // that the gateway is set up wrongly, which must not look like the end of everybody's sessions.
    private async Task<SessionOutcome> RefusalAsync(HttpResponseMessage response)
    {
        if (response.StatusCode == HttpStatusCode.BadRequest
            && await response.Content.ReadFromJsonAsync<ExchangeError>() is { Error: "invalid_request" })
        {
            return new SessionOutcome.Ended();
        }

        LogRefused((int)response.StatusCode);
        return new SessionOutcome.Unavailable();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The token that Identity gave for a session can't be used: "
        + "{Reason}")]
    private partial void LogUnusable(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Identity exchanges no session for this gateway (status "
        + "{Status}); check ServiceClient__Id and ServiceClient__Secret")]
    private partial void LogRefused(int status);
}
