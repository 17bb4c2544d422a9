// A whole system wants the machine for itself; two at once would measure each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
