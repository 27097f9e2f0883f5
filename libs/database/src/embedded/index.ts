export {
  startCluster,
  vindCluster,
  type ClusterOpties,
  type DraaiendCluster,
  type GevondenCluster,
} from './cluster.js';
export { verwijderCluster } from './cluster-bestand.js';
