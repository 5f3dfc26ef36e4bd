using System.Reflection;
using FluentAssertions;
using ILGPU;
using ILGPU.Backends.EntryPoints;
using ILGPU.Backends.PTX;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using NlOpt.Policies.Ilgpu;
using Xunit;

namespace NlOpt.Solvers.Tests.Ilgpu;

/// <summary>Kernels can be translated for an NVIDIA GPU, which needs none: every operation in them exists there.</summary>
public class PtxTests
{
    [Fact]
    public void Kernels_translate_to_the_assembly_of_nvidia_gpus()
    {
        using var context = Context.Create(builder => builder.Optimize(OptimizationLevel.O2));
        using var backend = new PTXBackend(context, CudaArchitecture.SM_80, CudaInstructionSet.ISA_71, null!);
        string Translate(EntryPointDescription entry) =>
            ((PTXCompiledKernel)backend.Compile(entry, KernelSpecialization.Empty)).PTXAssembly;
        var rollout = Translate(EntryPointDescription.FromExplicitlyGroupedKernel(typeof(RolloutKernel).GetMethod(nameof(RolloutKernel.Run))!));
        rollout.Should().Contain("bar.sync").And.Contain(".shared").And.Contain("div.rn.f64");
        var largest = Translate(EntryPointDescription.FromImplicitlyGroupedKernel(
            typeof(AffineMaximum).GetMethod(nameof(AffineMaximum.Largest), BindingFlags.Static | BindingFlags.NonPublic)!));
        largest.Should().Contain(".visible .entry").And.Contain(".f64");
    }
}
