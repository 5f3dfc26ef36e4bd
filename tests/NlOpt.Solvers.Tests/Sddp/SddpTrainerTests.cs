using NlOpt.Conformance.Policies;
using NlOpt.Policies.Sddp;
using NlOpt.Policies.Training;
using NlOpt.Solving;
using NlOpt.Solving.OrTools;

namespace NlOpt.Solvers.Tests.Sddp;

/// <summary>SDDP is a trainer like any other.</summary>
public sealed class SddpTrainerTests : PolicyTrainerConformance
{
    protected override ISolver Solver => OrToolsSolvers.Clp;

    protected override double Tolerance => 1e-6;

    protected override int Updates => 20;

    protected override IPolicyTrainer Create() =>
        new SddpTrainer(OrToolsSolvers.Clp, new SddpOptions { SelectionInterval = 4, RefreshInterval = 2, Stalling = null });
}
