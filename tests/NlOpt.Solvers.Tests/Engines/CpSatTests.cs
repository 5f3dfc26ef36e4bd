using NlOpt.Conformance.Solvers;
using NlOpt.Solving;
using NlOpt.Solving.OrTools;

namespace NlOpt.Solvers.Tests.Engines;

public sealed class CpSatTests : SolverConformance
{
    protected override ISolver Solver => OrToolsSolvers.CpSat;
}
