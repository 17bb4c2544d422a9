using System.ComponentModel.DataAnnotations;

namespace Portal.ServiceDefaults.Clients;

/// <summary>The service's own credentials at Identity, from the configuration section <c>ServiceClient</c>.</summary>
internal sealed class ServiceClientOptions
{
    public const string Section = "ServiceClient";

    [Required(ErrorMessage = "Set ServiceClient__Id to the id under which this service is known to Identity.")]
    public string Id { get; set; } = "";

    [Required(ErrorMessage = "Set ServiceClient__Secret to the secret that belongs to ServiceClient__Id.")]
    public string Secret { get; set; } = "";
}
