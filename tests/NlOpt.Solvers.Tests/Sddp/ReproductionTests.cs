using FluentAssertions;
using NlOpt.Datasets.Hydro;
using NlOpt.Policies.Hydro;
using NlOpt.Policies.Problems;
using NlOpt.Policies.Sddp;
using NlOpt.Policies.Training;
using NlOpt.Solvers.Tests.Hydro;
using NlOpt.Solving.OrTools;
using Xunit;

namespace NlOpt.Solvers.Tests.Sddp;

/// <summary>Stages of hydrothermal cases have many optimal bases: only sessions with a fixed history give the same cuts again.</summary>
public sealed class ReproductionTests
{
    [SkippableTheory]
    [InlineData(HydroCases.Valley, 1, 3)]
    [InlineData(HydroCases.Valley, 3, 1)]
    [InlineData(HydroCases.Bolivia, 2, 2)]
    public void Cuts_depend_neither_on_threads_nor_on_interruptions(string name, int paths, int lanes)
    {
        var whole = HydroProblem.Of(HydroData.Open(name));
        var problem = new MultistageProblem(name, whole.State, whole.Stages, whole.Noises, 12);
        var options = new SddpOptions { Paths = paths, Lanes = lanes, SelectionInterval = 4, RefreshInterval = 1 };
        var request = new TrainingRequest { Seed = 3, MaximumUpdates = 6, Threads = 1 };
        var folder = Directory.CreateTempSubdirectory("nlopt-sddp-");
        try
        {
            var expected = Bytes(request);
            Bytes(request with { Threads = 4 }).Should().Equal(expected);
            var kept = request with { CheckpointFolder = folder.FullName, Threads = 2 };
            Bytes(kept with { MaximumUpdates = 5 });
            Bytes(kept with { Resume = true }).Should().Equal(expected);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        byte[] Bytes(TrainingRequest asked)
        {
            var path = Path.Combine(folder.FullName, "policy.json");
            ((SddpPolicy)new SddpTrainer(OrToolsSolvers.Clp, options).Train(problem, asked).Value.Policy).Save(path).IsSuccess.Should().BeTrue();
            return File.ReadAllBytes(path);
        }
    }
}
