namespace NlOpt.Policies.Hydro;

/// <summary>
/// A hydrothermal case as a multistage problem: the state is the water in the reservoirs, the noise the joint inflow, a stage the DC optimal
/// power flow with water balances (HydroPowerModels.jl with DCPPowerModel; docs/reference/hydro-cases.md has the formulas).
/// </summary>
public static class HydroProblem
{
    /// <summary>Makes the problem, with a reachable target map.</summary>
    public static MultistageProblem Of(HydroCase hydroCase)
    {
        ArgumentNullException.ThrowIfNull(hydroCase);
        var stage = new HydroStage(hydroCase);
        return new MultistageProblem(
            hydroCase.Name,
            [
                .. hydroCase.Reservoirs.Select(reservoir =>
                    new StateVariable(reservoir.Name, "hm3", reservoir.InitialVolume, 0, reservoir.HighestVolume)),
            ],
            [stage.Build()],
            hydroCase.Inflows.Rows,
            hydroCase.StageCount)
        {
            ReportedStages = hydroCase.ReportedStages,
            StageCostLowerBound = hydroCase.Generators.Sum(plant => Math.Min(plant.Cost * plant.LowestPower, plant.Cost * plant.HighestPower)),
            CostUnit = "$",
            NoiseNames = [.. hydroCase.Reservoirs.Select(reservoir => reservoir.Name)],
            Measures = stage.Measures,
            TargetMap = new HydroTargetMap(hydroCase),
        };
    }
}
