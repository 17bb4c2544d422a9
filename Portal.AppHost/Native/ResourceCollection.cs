using System.Collections.ObjectModel;
using Aspire.Hosting.ApplicationModel;

namespace Portal.AppHost.Native;

internal sealed class ResourceCollection : Collection<IResource>, IResourceCollection;
