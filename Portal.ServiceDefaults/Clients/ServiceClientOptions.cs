using System.ComponentModel.DataAnnotations;
using System.Net.Http.Headers;
using System.Text;

namespace Portal.ServiceDefaults.Clients;

/// <summary>The service's own credentials at Identity, from the configuration section <c>ServiceClient</c>.</summary>
internal sealed class ServiceClientOptions
{
    public const string Section = "ServiceClient";

    [Required(ErrorMessage = "Set ServiceClient__Id to the id under which this service is known to Identity.")]
    public string Id { get; set; } = "";

    [Required(ErrorMessage = "Set ServiceClient__Secret to the secret that belongs to ServiceClient__Id.")]
    public string Secret { get; set; } = "";

    /// <summary>
    /// The credentials as HTTP Basic; RFC 6749, section 2.3.1: both are form-encoded before they are joined.
    /// </summary>
    public AuthenticationHeaderValue ToHeader() => new(
        "Basic",
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(Id)}:{Uri.EscapeDataString(Secret)}")));
}
