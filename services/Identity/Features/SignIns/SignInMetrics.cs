using System.Diagnostics.Metrics;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Telemetry;

namespace Portal.Identity.Features.SignIns;

/// <summary>
/// Sign-ins in numbers, meter <c>Portal.Identity</c>: never whose they are, only by which proof and what came of it.
/// </summary>
internal sealed class SignInMetrics
{
    public const string MeterName = "Portal.Identity";

    private readonly Counter<long> _signIns;
    private readonly Counter<long> _refusals;

    public SignInMetrics(IMeterFactory meters)
    {
        var meter = meters.Named(MeterName);
        _signIns = meter.CreateCounter<long>(
            "portal.identity.sign_ins", "{sign_in}", "Sign-ins that opened a session, by the last proof.");
        _refusals = meter.CreateCounter<long>(
            "portal.identity.sign_in.refusals", "{refusal}",
            "Steps of signing in that were refused, by the code of the problem.");
    }

    /// <summary>A session was opened.</summary>
    public void SignedIn(HttpContext http) =>
        _signIns.Add(1, new KeyValuePair<string, object?>("portal.sign_in.method", MethodOf(http)));

    /// <summary>A step was refused.</summary>
    public void Refused(Error error, HttpContext http) => Refused(error.Code, MethodOf(http));

    /// <summary>Google vouched for somebody whom the agency does not know.</summary>
    public void RefusedAfterGoogle(Error error) => Refused(error.Code, "google");

    private void Refused(string code, string method) => _refusals.Add(
        1, new KeyValuePair<string, object?>("error.type", code), new KeyValuePair<string, object?>(
            "portal.sign_in.method", method));

    // The provider's answer is taken in before routing.
    private static string MethodOf(
        HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName switch
        {
            null => "google",
            "CheckCode" or "ChooseClient" => "code",
            "ProveSecondFactor" => "authenticator",
            "CheckPasskey" or "AskPasskey" => "passkey",
            _ => "address",
        };
}
