using NlOpt.Conformance.Policies;
using NlOpt.Policies.Training;
using NlOpt.Policies.Tsddr.Networks;
using NlOpt.Policies.Tsddr.Training;
using NlOpt.Solving;
using NlOpt.Solving.OrTools;

namespace NlOpt.Solvers.Tests.Tsddr;

/// <summary>Penalised targets over windows, with a linear rule (TS-LDR), keep the contract of trainers too.</summary>
public class PenalizedConformanceTests : PolicyTrainerConformance
{
    protected override ISolver Solver => OrToolsSolvers.Clp;

    // A linear rule cannot bend where stock covers the demand, so it stays above the optimum.
    protected override double Tolerance => 0.2;

    protected override int Updates => 150;

    protected override IPolicyTrainer Create() => new TsddrTrainer(OrToolsSolvers.Clp, new TsddrOptions
    {
        Network = new NetworkShape.Linear(),
        Penalized = new PenalizedTargets { WindowLength = 8 },
        Phases = [new TrainingPhase(1, 8, 3e-2, 1e-3)],
        AveragingDecay = 0.9,
        PanelSize = 24,
        PanelInterval = 50,
        BlockLength = 3,
    });
}
