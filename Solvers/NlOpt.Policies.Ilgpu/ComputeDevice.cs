using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.Cuda;

namespace NlOpt.Policies.Ilgpu;

/// <summary>Something that runs kernels. Not for several threads at once.</summary>
public sealed class ComputeDevice : IDisposable
{
    private readonly Context _context;

    private ComputeDevice(Context context, Accelerator accelerator) => (_context, Accelerator) = (context, accelerator);

    /// <summary>Its name, for reports.</summary>
    public string Name => Accelerator.Name;

    /// <summary>True for a GPU, false for the processor that stands in for one.</summary>
    public bool IsGpu => Accelerator.AcceleratorType == AcceleratorType.Cuda;

    internal Accelerator Accelerator { get; }

    /// <summary>Opens the first NVIDIA GPU.</summary>
    /// <returns>The device, or <c>gpu.none</c> when there is none or its driver cannot be used.</returns>
    public static Result<ComputeDevice> OpenGpu()
    {
        Context? context = null;
        try
        {
            context = Context.Create(builder => builder.Cuda());
            var devices = context.GetCudaDevices();
            if (devices.Count > 0) return Result.Success(new ComputeDevice(context, devices[0].CreateAccelerator(context)));
            context.Dispose();
            return None("this machine has no NVIDIA GPU");
        }
        catch (Exception error) when (error is CudaException or DllNotFoundException or TypeInitializationException or NotSupportedException)
        {
            context?.Dispose();
            return None($"no NVIDIA GPU can be used here: {error.Message}");
        }
    }

    /// <summary>Opens the processor as a stand-in: the same kernels, thread by thread and slow, so that they can be tested anywhere.</summary>
    public static ComputeDevice OpenProcessor()
    {
        var context = Context.Create(builder => builder.CPU(new CPUDevice(2, 1, 1)));
        return new ComputeDevice(context, context.GetCPUDevice(0).CreateCPUAccelerator(context));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Accelerator.Dispose();
        _context.Dispose();
    }

    private static Result<ComputeDevice> None(string message) => Result.Failure<ComputeDevice>(Diagnostic.Error(
        "gpu.none", message, remedy: "everything runs on the processor without it; an NVIDIA driver is all that a GPU needs"));
}
