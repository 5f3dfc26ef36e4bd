using Xunit;

// Time limits, memory and standard streams are measured: nothing else may run beside.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
