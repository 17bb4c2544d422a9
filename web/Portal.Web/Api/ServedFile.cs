namespace Portal.Web.Api;

/// <summary>A file that a service answered, with the name it gave it.</summary>
internal sealed record ServedFile(byte[] Content, string? Name);
