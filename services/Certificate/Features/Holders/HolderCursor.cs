namespace Portal.Certificates.Features.Holders;

/// <summary>Place in a list of holders: by name, then certificate number.</summary>
internal sealed record HolderCursor(string Name, string Number);
