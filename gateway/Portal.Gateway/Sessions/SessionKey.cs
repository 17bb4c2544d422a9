using System.Security.Cryptography;
using System.Text;

namespace Portal.Gateway.Sessions;

/// <summary>
/// Names a session, and a delegation of it, without telling its reference: who reads memory or a dump can't use it.
/// </summary>
internal sealed record SessionKey(string Hash, Guid? Delegation)
{
    public static SessionKey Of(string reference, Guid? delegation) =>
        new(Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(reference))), delegation);
}
